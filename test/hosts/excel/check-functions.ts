interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}
interface Declared {
  readonly id: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly Parameter[];
  readonly options?: { readonly volatile?: boolean };
}
export interface Metadata {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly Declared[];
}

const MOST_CHARACTERS = 1_000_000;

/** Rules of functions.json that Microsoft's generator lets pass and Excel does not. */
export function functionProblems(metadata: Metadata, text = JSON.stringify(metadata)): readonly string[] {
  const { functions, allowErrorForDataTypeAny } = metadata;
  const ids = functions.map(({ id }) => id.toUpperCase());
  return [
    ...(text.length > MOST_CHARACTERS ? ["larger than 1 MB, which desktop Excel refuses"] : []),
    ...(allowErrorForDataTypeAny ? [] : ["without allowErrorForDataTypeAny one #N/A in a table fails every call"]),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} is there twice`),
    ...functions.flatMap((one) => problemsOf(one).map((problem) => `${one.id}: ${problem}`)),
  ];
}

function problemsOf({ id, description, helpUrl, parameters, options }: Declared): string[] {
  const repeating = parameters.filter((one) => one.repeating);
  const firstOptional = parameters.findIndex((one) => one.optional);
  const late = parameters.filter(
    (one, i) => firstOptional >= 0 && i > firstOptional && !one.optional && !one.repeating,
  );
  return [
    ...(/^[A-Z][A-Z0-9_.]{2,127}$/.test(id) ? [] : ["an id has at least 3 capitals, digits, _ or ."]),
    ...(/^[A-Z]{1,3}[0-9]+$/.test(id) ? ["looks like a cell reference"] : []),
    ...(description === "" ? ["no description"] : []),
    ...(helpUrl.startsWith("https://") ? [] : ["no help address"]),
    ...(repeating.length > 1 ? ["more than one repeating parameter"] : []),
    ...(repeating.length > 0 && !parameters[parameters.length - 1]?.repeating
      ? ["the repeating one is not the last"]
      : []),
    ...parameters.filter((one) => one.description === "").map(({ name }) => `${name} has no description`),
    ...late.map(({ name }) => `${name} is required, after an optional one`),
    ...(options?.volatile ? ["volatile: it would compute at every edit"] : []),
  ];
}
