package ponte.bench.company;

/** What became of the colleagues whom readers of a summary wanted to have invited to a question. */
final class Suggested {

  private int pressed;
  private int put;
  private int agreed;

  void pressed() {
    pressed++;
  }

  void put() {
    put++;
  }

  void agreed() {
    agreed++;
  }

  /** How often somebody wanted it. */
  int timesPressed() {
    return pressed;
  }

  /** How often an asker was asked. */
  int timesPut() {
    return put;
  }

  /** How often an asker agreed. */
  int timesAgreed() {
    return agreed;
  }
}
