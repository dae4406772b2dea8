/** Something the workbench will not do with a file, said so that the planner can mend it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
