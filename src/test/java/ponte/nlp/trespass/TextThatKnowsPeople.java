package ponte.nlp.trespass;

/** Breaks the rule that text knows no person. */
public record TextThatKnowsPeople(ponte.conversation.PersonId person) {}
