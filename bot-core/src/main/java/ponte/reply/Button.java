package ponte.reply;

import ponte.command.Command;

/** Something to press. */
public record Button(String label, Command command, Weight weight) {

  /** How much a button stands out. */
  public enum Weight {
    /** What most people will want. */
    PRIMARY,
    NORMAL
  }

  public static Button of(String label, Command command) {
    return new Button(label, command, Weight.NORMAL);
  }

  public static Button primary(String label, Command command) {
    return new Button(label, command, Weight.PRIMARY);
  }
}
