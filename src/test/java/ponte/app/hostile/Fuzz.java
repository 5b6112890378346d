package ponte.app.hostile;

import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where a fuzzer comes in: Jazzer calls it with one input after the other
 * (<https://github.com/CodeIntelligenceTesting/jazzer>). Which of the parsers takes them says the
 * property {@code ponte.fuzz}.
 */
public final class Fuzz {

  private static final Consumer<byte[]> DOOR = opened();

  private Fuzz() {}

  /** Opened and used once: what is loaded then takes longer than any input may. */
  private static Consumer<byte[]> opened() {
    Logger.getLogger("org.apache.lucene").setLevel(Level.SEVERE);
    var door = Target.valueOf(System.getProperty("ponte.fuzz")).open();
    door.accept(new byte[0]);
    return door;
  }

  /** Takes one input; whatever it throws is a finding. */
  public static void fuzzerTestOneInput(byte[] input) {
    DOOR.accept(input);
  }
}
