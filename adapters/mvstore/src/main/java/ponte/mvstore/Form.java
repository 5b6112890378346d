package ponte.mvstore;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** How keys and values lie in the file; a change of any form is a new {@link StateFile} format. */
final class Form<T> extends BasicDataType<T> {

  /** The value of a map that is a set of keys. */
  static final Form<Boolean> NOTHING =
      new Form<>(
          Boolean[]::new, Boolean::compare, _ -> 0, (_, _) -> {}, _ -> Boolean.TRUE, Check.NONE);

  /** Whether each value carries a checksum; MVStore itself checks the frames of its pages only. */
  private enum Check {
    NONE,
    CRC
  }

  /** Writes a value. */
  interface Writer<T> {
    void write(WriteBuffer to, T value);
  }

  private final IntFunction<T[]> array;
  private final Comparator<T> order;
  private final ToIntFunction<T> memory;
  private final Writer<T> writer;
  private final Function<ByteBuffer, T> reader;
  private final Check check;

  private Form(
      IntFunction<T[]> array,
      Comparator<T> order,
      ToIntFunction<T> memory,
      Writer<T> writer,
      Function<ByteBuffer, T> reader,
      Check check) {
    this.array = array;
    this.order = order;
    this.memory = memory;
    this.writer = writer;
    this.reader = reader;
    this.check = check;
  }

  /**
   * The form of a key.
   *
   * @param memory about how many bytes a key takes in the heap
   */
  static <T> Form<T> ofKey(
      IntFunction<T[]> array,
      Comparator<T> order,
      ToIntFunction<T> memory,
      Writer<T> writer,
      Function<ByteBuffer, T> reader) {
    return new Form<>(array, order, memory, writer, reader, Check.NONE);
  }

  /** The form of a value, with a checksum. */
  static <T> Form<T> ofValue(
      IntFunction<T[]> array,
      ToIntFunction<T> memory,
      Writer<T> writer,
      Function<ByteBuffer, T> reader) {
    return new Form<>(
        array,
        (_, _) -> {
          throw new UnsupportedOperationException("values have no order");
        },
        memory,
        writer,
        reader,
        Check.CRC);
  }

  @Override
  public int compare(T one, T other) {
    return order.compare(one, other);
  }

  @Override
  public int getMemory(T value) {
    return memory.applyAsInt(value);
  }

  @Override
  public T[] createStorage(int size) {
    return array.apply(size);
  }

  @Override
  public void write(WriteBuffer to, T value) {
    var start = to.position();
    writer.write(to, value);
    if (check == Check.CRC) {
      to.putInt(checksum(to.getBuffer(), start, to.position()));
    }
  }

  @Override
  public T read(ByteBuffer from) {
    var start = from.position();
    var value = reader.apply(from);
    if (check == Check.CRC) {
      var actual = checksum(from, start, from.position());
      if (from.getInt() != actual) {
        throw new IllegalStateException("a stored value is damaged");
      }
    }
    return value;
  }

  private static int checksum(ByteBuffer buffer, int start, int end) {
    var crc = new CRC32C();
    crc.update(buffer.duplicate().limit(end).position(start));
    return (int) crc.getValue();
  }

  static void putText(WriteBuffer to, String text) {
    to.putVarInt(text.length()).putStringData(text, text.length());
  }

  static String text(ByteBuffer from) {
    return DataUtils.readString(from);
  }

  /** What a text takes in the heap. */
  static int memoryOf(String text) {
    return 48 + text.length();
  }

  static void putMoment(WriteBuffer to, Instant moment) {
    to.putVarLong(moment.getEpochSecond()).putVarInt(moment.getNano());
  }

  static Instant moment(ByteBuffer from) {
    return Instant.ofEpochSecond(DataUtils.readVarLong(from), DataUtils.readVarInt(from));
  }

  static void putMaybeMoment(WriteBuffer to, @Nullable Instant moment) {
    to.put((byte) (moment == null ? 0 : 1));
    if (moment != null) {
      putMoment(to, moment);
    }
  }

  static @Nullable Instant maybeMoment(ByteBuffer from) {
    return from.get() == 0 ? null : moment(from);
  }
}
