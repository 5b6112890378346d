package ponte.lucene.trespass;

/** Breaks the rule that adapters know no application. */
public record AdapterThatKnowsTheApplication(ponte.app.PonteApplication application) {}
