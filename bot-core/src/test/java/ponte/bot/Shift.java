package ponte.bot;

/**
 * All workers of a Ponte at work in turn on the caller's thread, so that everything that is due has
 * been done when it returns.
 */
public final class Shift {

  private final Workers workers;

  /**
   * @param workers not started
   */
  public Shift(Workers workers) {
    this.workers = workers;
  }

  /** Works until nothing is due any more. False: there was nothing. */
  public boolean work() {
    var worked = false;
    var idle = false;
    while (!idle) {
      idle = true;
      for (var worker : workers.all()) {
        while (worker.workOnce()) {
          idle = false;
          worked = true;
        }
      }
    }
    return worked;
  }
}
