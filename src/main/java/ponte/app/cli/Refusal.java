package ponte.app.cli;

/** A command cannot be done; the person is told why and the script gets the exit code. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int exitCode;
  private final String situation;
  private final String[] details;

  Refusal(int exitCode, String situation, String... details) {
    super(situation);
    this.exitCode = exitCode;
    this.situation = situation;
    this.details = details.clone();
  }

  int exitCode() {
    return exitCode;
  }

  String situation() {
    return situation;
  }

  Object[] details() {
    return details.clone();
  }
}
