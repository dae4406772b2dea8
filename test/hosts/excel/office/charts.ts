import { Collection, invalid, Node } from "./node.ts";
import { Range } from "./range.ts";

export class Charts extends Collection<Chart> {
  override call(method: string, args: readonly unknown[]): unknown {
    if (method !== "Add") return super.call(method, args);
    const [type, source] = args;
    if (!(source instanceof Range)) throw invalid();
    const chart = new Chart(this.host, "Chart", this);
    chart.id = this.host.nextId("chart");
    chart.props = { Name: chart.id, ChartType: type };
    chart.takeFrom(source);
    this.items.push(chart);
    return chart;
  }
}

export class Chart extends Node {
  place = "";
  get series(): SeriesCollection {
    this.navs.Series ??= new SeriesCollection(this.host, "ChartSeriesCollection", this);
    return this.navs.Series as SeriesCollection;
  }
  /** One series a column, named by the first row when that holds text: the simple half of what Excel guesses. */
  takeFrom(range: Range): void {
    const [head = []] = range.get("Values") as unknown[][];
    this.series.items = head.map((heading, i) => {
      const name = typeof heading === "string" && heading !== "" ? heading : `Series${i + 1}`;
      return this.series.make({ Name: name, ChartType: this.props.ChartType });
    });
  }
  override set(property: string, value: unknown): void {
    if (property === "ChartType") for (const one of this.series.items) one.props.ChartType = value;
    super.set(property, value);
  }
  override nav(name: string, type: string | null): Node | null {
    return name === "Series" ? this.series : super.nav(name, type);
  }
  override call(method: string, args: readonly unknown[]): unknown {
    const [range] = args;
    if (method === "SetData" && range instanceof Range) this.takeFrom(range);
    else if (method === "SetPosition" && range instanceof Range) this.place = String(range.get("Address"));
    else if (method === "Delete") (this.parent as Charts).remove(this);
    else return super.call(method, args);
    return null;
  }
}

class SeriesCollection extends Collection<Series> {
  make(props: Record<string, unknown>): Series {
    const one = new Series(this.host, "ChartSeries", this);
    one.props = props;
    return one;
  }
  override call(method: string, args: readonly unknown[]): unknown {
    if (method !== "Add") return super.call(method, args);
    const name = args[0] ?? `Series${this.items.length + 1}`;
    const one = this.make({ Name: name, ChartType: (this.parent as Chart).props.ChartType });
    this.items.push(one);
    return one;
  }
}

export class Series extends Node {
  values = "";
  categories = "";
  override call(method: string, args: readonly unknown[]): unknown {
    const [range] = args;
    if (!(range instanceof Range)) return super.call(method, args);
    if (method === "SetValues") this.values = String(range.get("Address"));
    else if (method === "SetXAxisValues") this.categories = String(range.get("Address"));
    else return super.call(method, args);
    return null;
  }
}

/** What the columns of a series are filled with: null once it is cleared. */
export class ChartFill extends Node {
  color: string | null | undefined;
  override call(method: string, args: readonly unknown[]): unknown {
    if (method === "Clear") this.color = null;
    else if (method === "SetSolidColor") this.color = String(args[0]);
    else return super.call(method, args);
    return null;
  }
}
