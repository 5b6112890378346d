package ponte.slack;

/**
 * How much an export may hold. What goes beyond is refused and nothing of it is taken in.
 *
 * <p>The defaults leave room for the largest workspaces and keep a hostile archive from filling the
 * memory or the day: what is read of an archive is read as a stream, and never held in whole.
 *
 * @param files most files in it
 * @param fileBytes most bytes of a file, unpacked
 * @param totalBytes most bytes of all files, unpacked
 * @param ratio how many times its packed size a file, or all of them, may have when unpacked
 * @param ratioFrom unpacked size in bytes below which the ratio is not looked at: a small file may
 *     be packed very well
 * @param messageBytes most bytes of one entry of a list: a message, a person, a channel
 * @param textCharacters most characters of one text of these
 * @param depth how deep lists and objects may lie in each other
 * @param people most people
 */
public record Limits(
    int files,
    long fileBytes,
    long totalBytes,
    int ratio,
    long ratioFrom,
    long messageBytes,
    int textCharacters,
    int depth,
    int people) {

  private static final long MIB = 1024 * 1024;

  /**
   * A million files of at most 512 MiB and 20 GiB together, 200 times their packed size from 100
   * MiB on; entries of 8 MiB with texts of 2 million characters (Slack itself cuts a message at
   * 40,000) and 100 levels; half a million people.
   */
  public static final Limits DEFAULT =
      new Limits(
          1_000_000, 512 * MIB, 20 * 1024 * MIB, 200, 100 * MIB, 8 * MIB, 2_000_000, 100, 500_000);

  public Limits {
    require("files", files);
    require("fileBytes", fileBytes);
    require("totalBytes", totalBytes);
    require("ratio", ratio);
    require("ratioFrom", ratioFrom);
    require("messageBytes", messageBytes);
    require("textCharacters", textCharacters);
    require("depth", depth);
    require("people", people);
  }

  private static void require(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", must be at least 1");
    }
  }

  /** Whether so many bytes unpacked from so many packed ones are more than any text packs to. */
  boolean isBomb(long unpacked, long packed) {
    return unpacked > ratioFrom && unpacked / Math.max(1, packed) > ratio;
  }
}
