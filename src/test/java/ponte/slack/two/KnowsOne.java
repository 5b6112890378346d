package ponte.slack.two;

import org.jspecify.annotations.Nullable;

/** Breaks, with its counterpart, the rule that packages know each other one way only. */
public record KnowsOne(ponte.slack.one.@Nullable KnowsTwo other) {}
