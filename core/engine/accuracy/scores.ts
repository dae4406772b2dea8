/** Sums of forecasts and hours worked; over and under do not cancel in `variance`. */
export interface Sums {
  cells: number;
  /** Cells whose hours worked nobody knows. */
  missing: number;
  forecast: number;
  worked: number;
  /** Σ |forecast − worked|. */
  variance: number;
  /** Σ the larger of the two. */
  basis: number;
}

export const noSums = (): Sums => ({ cells: 0, missing: 0, forecast: 0, worked: 0, variance: 0, basis: 0 });

/** Adds one pair of forecast and hours worked; one without either says nothing. */
export function addPair(sums: Sums, forecast: number, worked: number | null): void {
  if (worked === null) {
    sums.missing += 1;
    return;
  }
  if (forecast === 0 && worked === 0) return;
  sums.cells += 1;
  sums.forecast += forecast;
  sums.worked += worked;
  sums.variance += Math.abs(forecast - worked);
  sums.basis += Math.max(forecast, worked);
}

/** How good forecasts were; null where there is nothing to take a share of. */
export interface Score {
  /** Σ |F − A| ÷ Σ A: 0 is perfect. */
  readonly wape: number | null;
  /** (Σ F − Σ A) ÷ Σ A: above 0, more was forecast than worked. */
  readonly bias: number | null;
  /** 1 − Σ |F − A| ÷ Σ max(F, A): 1 is perfect. */
  readonly accuracy: number | null;
  /** Σ A ÷ Σ F: looks fine where over and under cancel. */
  readonly workedOfForecast: number | null;
}

/** The definitions of forecast accuracy: every sheet, function and panel uses these. */
export function scoreOf({ forecast, worked, variance, basis }: Sums): Score {
  return {
    wape: worked === 0 ? null : variance / worked,
    bias: worked === 0 ? null : (forecast - worked) / worked,
    accuracy: basis === 0 ? null : 1 - variance / basis,
    workedOfForecast: forecast === 0 ? null : worked / forecast,
  };
}
