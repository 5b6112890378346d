package ponte.digest.trespass;

/**
 * Breaks the rule that names say what things are, and lies in a package that is not null-marked.
 */
public final class DigestHelper {}
