package ponte.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import ponte.archive.Found.Part;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/** The parts of a conversation in few bytes, quick to read: a search reads those of every hit. */
final class Parts {

  private Parts() {}

  static BytesRef write(List<Part> parts) {
    try {
      var out = new ByteBuffersDataOutput();
      out.writeVInt(parts.size());
      for (var part : parts) {
        out.writeString(part.person().workspace().value());
        out.writeString(part.person().value());
        out.writeVInt(part.messages());
        out.writeLong(Fields.time(part.last()));
        out.writeVInt(part.thanks());
        out.writeVInt(part.questions());
      }
      return new BytesRef(out.toArrayCopy());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  static List<Part> read(BytesRef bytes) throws IOException {
    var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    var count = in.readVInt();
    var parts = new ArrayList<Part>(count);
    for (var i = 0; i < count; i++) {
      var person = new PersonId(new WorkspaceId(in.readString()), in.readString());
      var messages = in.readVInt();
      var last = Fields.instant(in.readLong());
      parts.add(new Part(person, messages, last, in.readVInt(), in.readVInt()));
    }
    return parts;
  }
}
