import { plain } from "./sheet.ts";

const WHOLE = /^(|all|all day|full|full day|whole|whole day|ganz|ganztagig|journee|heldag|1)$/;
const HALF =
  /^(am|pm|morning|afternoon|half|half day|matin|apres midi|vormittag|nachmittag|fm|em|formiddag|eftermiddag|halb|halv|0 5|1 2)$/;

/** "Full day", and a blank cell: all of a day. */
export const isWholeDay = (text: string): boolean => WHOLE.test(plain(text));
/** "AM", "Half day", "½": half of a day. */
export const isHalfDay = (text: string): boolean => HALF.test(plain(text));
