package ponte.lucene.trespass;

/** Breaks the rule that adapters know not each other. */
public record AdapterThatKnowsAnother(ponte.mvstore.MvStoreState state) {}
