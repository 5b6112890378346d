package ponte.expert.trespass;

/** Breaks the rule that the core knows no adapter. */
public record CoreThatKnowsTheIndex(ponte.lucene.LuceneArchive archive) {}
