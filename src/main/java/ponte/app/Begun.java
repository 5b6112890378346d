package ponte.app;

import java.time.Instant;

/** An import that was begun: all that it takes to go on with it after a crash. */
sealed interface Begun {

  /** Whether it is an export of this workspace. */
  default boolean isOf(String workspace) {
    return switch (this) {
      case Demo _ -> false;
      case Export export -> export.workspace().equals(workspace);
      case Upload upload -> upload.workspace().equals(workspace);
    };
  }

  /**
   * The demo workspace.
   *
   * @param at when it was begun: whenever it is gone on with, its messages keep these times
   */
  record Demo(Instant at) implements Begun {}

  /**
   * Somebody's export.
   *
   * @param path where it lies; absolute
   * @param workspace of which workspace it is
   */
  record Export(String path, String workspace) implements Begun {}

  /**
   * An export that came through the browser and is deleted once it is loaded.
   *
   * @param path where it lies in the data directory
   * @param workspace of which workspace it is
   */
  record Upload(String path, String workspace) implements Begun {}
}
