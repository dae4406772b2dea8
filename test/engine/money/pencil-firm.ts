/**
 * A firm in euros, January 2026 (22 working days, 10 up to Wednesday the 14th, 12 from Thursday the 15th), 8 hours a day:
 * - Ann on Alpha, time and materials: 100 an hour, 110 from the 15th: 80 × 100 + 96 × 110 = 18,560; she costs 50: 8,800. A write-off of 500.
 * - Bob on Beta, a fixed price of 1,000,000 yen at 0.006: 6,000 when all is done; he leaves on the 14th: 80 hours of 60, 4,800.
 *   A change order of 100,000 yen on the 5th: 600, earned as the work is.
 * - Cy on Care, a retainer of 1,234.567 dinars at 3: 3,703.70 (370,370.1 cents); 176 hours of 20 dinars at 3, 10,560. Overage: Ann's role is
 *   not booked there, but Care has a rate of its own of 30 for Dee, who works 2 hours a day on it: 44 × 30 = 1,320; she costs 40: 1,760.
 * - Dee on Tools, internal, 6 hours a day: 132 × 40 = 5,280, no revenue. An expense of 99.99 on Alpha.
 */
export const PENCIL_FIRM = `
  Setting       | Value
  Currency      | EUR
  Money shown   | all
  Horizon from  | 2026-01-01
  Horizon weeks | 4

  Person | Role   | Weekly hours | To
  Ann    | Senior | 40           |
  Bob    | Senior | 40           | 2026-01-14
  Cy     | Junior | 40           |
  Dee    | Lead   | 40           |

  Engagement | Client | Kind               | Status    | From       | To
  Alpha      | Acme   | time and materials | confirmed | 2026-01-01 | 2026-01-31
  Beta       | Bolt   | fixed price        | confirmed | 2026-01-01 | 2026-01-31
  Care       | Acme   | managed service    | confirmed | 2026-01-01 | 2026-01-31
  Tools      |        | internal           | confirmed | 2026-01-01 | 2026-01-31

  Person | Engagement | Hours a day | From       | To
  Ann    | Alpha      | 8           | 2026-01-01 | 2026-01-31
  Bob    | Beta       | 8           | 2026-01-01 | 2026-01-14
  Cy     | Care       | 8           | 2026-01-01 | 2026-01-31
  Dee    | Care       | 2           | 2026-01-01 | 2026-01-31
  Dee    | Tools      | 6           | 2026-01-01 | 2026-01-31

  Engagement | Person | Role   | Rate | Currency | From
             |        | Senior | 100  | EUR      |
             |        | Senior | 110  | EUR      | 2026-01-15
  Care       | Dee    |        | 30   | EUR      |
  Care       | Cy     |        | 0    | EUR      |

  Person | Cost rate | Currency
  Ann    | 50        | EUR
  Bob    | 60        | EUR
  Cy     | 20        | KWD
  Dee    | 40        | EUR

  Engagement | Kind             | Amount   | Currency | From       | To
  Beta       | fixed fee        | 1000000  | JPY      |            |
  Beta       | change order     | 100000   | JPY      | 2026-01-05 |
  Care       | monthly retainer | 1234.567 | KWD      | 2026-01-01 | 2026-12-31
  Alpha      | write-off        | 500      | EUR      | 2026-01-20 |
  Alpha      | expense          | 99.99    | EUR      | 2026-01-20 |

  Currency | Rate  | From
  JPY      | 0.006 | 2026-01-01
  KWD      | 3     | 2026-01-01
`;
