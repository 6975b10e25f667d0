/** Labels of a measured value: codes from short, fixed lists, never anything about a person or a case. */
export type Labels = Readonly<Record<string, string>>;

/** One value at the moment of asking. */
export type Sample = { readonly labels?: Labels; readonly value: number };

type Metric = {
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly lines: () => Promise<string[]>;
};

/** What a process measures about itself, in the text format that Prometheus reads (version 0.0.4). */
export type Metrics = {
  /** A number that only grows. */
  readonly counter: (name: string, help: string) => (labels?: Labels, by?: number) => void;
  /** Values looked up when somebody asks. */
  readonly gauge: (name: string, help: string, look: () => Promise<readonly Sample[]> | readonly Sample[]) => void;
  /** How long something took, in seconds, by upper bounds. */
  readonly histogram: (
    name: string,
    help: string,
    bounds: readonly number[],
  ) => (seconds: number, labels?: Labels) => void;
  /** Everything, as text. A gauge that cannot be looked up now is left out. */
  readonly text: () => Promise<string>;
};

/** The media type of that text. */
export const metricsMediaType = "text/plain; version=0.0.4; charset=utf-8";

const escaped = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

const labelText = (labels: Labels): string => {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return parts.length === 0 ? "" : `{${parts.join(",")}}`;
};

const keyOf = (labels: Labels): string => JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));

const lineOf = (name: string, labels: Labels, value: number): string => `${name}${labelText(labels)} ${String(value)}`;

/** An empty registry. */
export const createMetrics = (): Metrics => {
  const metrics = new Map<string, Metric>();
  return {
    counter: (name, help) => {
      const counts = new Map<string, { labels: Labels; value: number }>();
      metrics.set(name, {
        help,
        type: "counter",
        lines: () => Promise.resolve([...counts.values()].map(({ labels, value }) => lineOf(name, labels, value))),
      });
      return (labels = {}, by = 1) => {
        const count = counts.get(keyOf(labels)) ?? { labels, value: 0 };
        count.value += by;
        counts.set(keyOf(labels), count);
      };
    },
    gauge: (name, help, look) => {
      metrics.set(name, {
        help,
        type: "gauge",
        lines: async () => (await look()).map(({ labels = {}, value }) => lineOf(name, labels, value)),
      });
    },
    histogram: (name, help, bounds) => {
      const seen = new Map<string, { labels: Labels; below: number[]; count: number; sum: number }>();
      metrics.set(name, {
        help,
        type: "histogram",
        lines: () =>
          Promise.resolve(
            [...seen.values()].flatMap(({ labels, below, count, sum }) => [
              ...bounds.map((bound, at) => lineOf(`${name}_bucket`, { ...labels, le: String(bound) }, below[at] ?? 0)),
              lineOf(`${name}_bucket`, { ...labels, le: "+Inf" }, count),
              lineOf(`${name}_sum`, labels, sum),
              lineOf(`${name}_count`, labels, count),
            ]),
          ),
      });
      return (seconds, labels = {}) => {
        const one = seen.get(keyOf(labels)) ?? { labels, below: bounds.map(() => 0), count: 0, sum: 0 };
        one.below = one.below.map((count, at) => count + (seconds <= (bounds[at] ?? 0) ? 1 : 0));
        one.count += 1;
        one.sum += seconds;
        seen.set(keyOf(labels), one);
      };
    },
    text: async () => {
      const blocks = await Promise.all(
        [...metrics].map(async ([name, { help, type, lines }]) => {
          const values = await lines().catch(() => []);
          return values.length === 0 ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...values];
        }),
      );
      return `${blocks.flat().join("\n")}\n`;
    },
  };
};
