package ponte.slack.one;

/** Breaks, with its counterpart, the rule that packages know each other one way only. */
public record KnowsTwo(ponte.slack.two.KnowsOne other) {}
