package ponte.expert.trespass;

/** Breaks the rule that the core knows no technology. */
public record CoreThatKnowsSpring(org.springframework.context.ApplicationContext context) {}
