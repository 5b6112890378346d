package ponte.app.trespass;

/** Breaks the rule that the product knows no benchmark. */
public record ProductThatKnowsBenchmarks(ponte.bench.Bench bench) {}
