package ponte.digest;

/** A sentence that settles something, and the conversation it settles it in. */
record Decided(Line line, Draft in) {}
