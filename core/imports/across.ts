import { listed } from "../sheets/words.ts";
import { dayReader } from "./days.ts";
import type { ExportFile } from "./file.ts";
import { refusal } from "./problems.ts";

const WEEKDAY =
  /^(mon(day)?|tues?(day)?|wed(nesday)?|thu(rs)?(day)?|fri(day)?|sat(urday)?|sun(day)?|mo|di|mi|do|fr|sa|so|(mon|diens|donners|frei|sams|sonn)tag|mittwoch|lun(di)?|mar(di)?|mer(credi)?|jeu(di)?|ven(dredi)?|sam(edi)?|dim(anche)?|mån(dag)?|tis(dag)?|ons(dag)?|tor(sdag)?|fre(dag)?|lör(dag)?|sön(dag)?|man(dag)?|tir(sdag)?|lør(dag)?|søn(dag)?|po|út|st|čt|pá|ne|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\.?$/iu;
const WEEK = /^(\d{4}[- ]?)?(w|kw|wk|week|woche|uge|vecka|semaine|semana|týden)[- .]?\d{1,2}([-/ ,]+\d{4})?$/iu;
const MONTH =
  /^(jan|feb|mar|mär|mrz|apr|may|mai|maj|jun|jul|aug|sep|oct|okt|nov|dec|dez|janv|févr|mars|avr|juin|juil|août|déc|ene|abr|ago|dic)\p{L}*\.?([- ]+'?\d{2,4})?$/iu;
const FEWEST = 3;
const MOST_NAMED = 3;

/** A file with a column for each day, week or month: its rows say no day, and a single column of it would be a part of the hours. */
export function refuseAcross(file: ExportFile): void {
  const readers = (["dmy", "mdy"] as const).map((order) => dayReader(order, file.converted));
  const isTime = (heading: string) =>
    [WEEKDAY, WEEK, MONTH].some((form) => form.test(heading)) ||
    readers.some((read) => typeof read(heading) === "number");
  const across = file.headings.filter(isTime);
  if (new Set(across).size < FEWEST) return;
  const named = listed([...across.slice(0, MOST_NAMED), ...(across.length > MOST_NAMED ? ["so on"] : [])]);
  throw refusal(
    "HR-240",
    `This file has a column for each day, week or month: ${named}`,
    "Maybe paste it into a sheet of this workbook, where Map reads such a layout; or export a row for each day.",
  );
}
