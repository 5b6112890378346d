package ponte.digest.trespass;

/** Breaks the rule that nothing has a setter. */
public final class HasASetter {

  private int lines;

  public void setLines(int lines) {
    this.lines = lines;
  }

  public int lines() {
    return lines;
  }
}
