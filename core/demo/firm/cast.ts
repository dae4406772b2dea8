import type { DayNumber } from "../../units.ts";
import { day } from "../days.ts";

/** Somebody the demo's story names: drawn like everybody else, apart from what stands here. */
export interface Cast {
  readonly name: string;
  readonly team: string;
  readonly location: string;
  readonly skill: string;
  readonly level: number;
  readonly to?: DayNumber;
  /** Last day of the certificate in the main skill. */
  readonly certifiedTo?: DayNumber;
}

export const CAST: readonly Cast[] = [
  { name: "Meera Krishnan", team: "Reliability", location: "Bengaluru", skill: "Kubernetes", level: 5 },
  { name: "Samuel Ferreira", team: "Cloud Platform", location: "Chicago", skill: "AWS", level: 4 },
  {
    name: "Hui-Min Chua",
    team: "Data Engineering",
    location: "Singapore",
    skill: "Snowflake",
    level: 4,
    certifiedTo: day(4, 17),
  },
  { name: "Rahul Deshmukh", team: "Java Applications", location: "Pune", skill: "Java", level: 4 },
  { name: "Claire Novotny", team: "Microsoft Cloud", location: "Austin", skill: "Azure", level: 3, to: day(4, 30) },
  { name: "Nathan Okonjo", team: "Service Desk", location: "Austin", skill: "Windows", level: 4, to: day(3, 31) },
  { name: "__proto__", team: "Web and .NET", location: "Pune", skill: ".NET", level: 3 },
];
