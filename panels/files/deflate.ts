/** The one file that names the library of zip archives. */
export { Inflate, strFromU8, strToU8, zipSync } from "fflate";
