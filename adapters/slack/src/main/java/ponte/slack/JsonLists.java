package ponte.slack;

import static ponte.slack.Refusals.refusal;

import java.io.IOException;
import java.util.Set;
import java.util.zip.ZipException;
import ponte.platform.SourceUnreadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Opens the files of an export, each a list of objects. */
final class JsonLists {

  private final ExportFiles files;
  private final Limits limits;
  private final JsonMapper mapper;

  JsonLists(ExportFiles files, Limits limits) {
    this.files = files;
    this.limits = limits;
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth())
            .maxStringLength(limits.textCharacters())
            .build();
    this.mapper =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
            .build();
  }

  /**
   * Opens a file.
   *
   * @param wanted the fields of its objects that are kept; all others are passed over
   * @throws SourceUnreadableException if it cannot be read
   */
  JsonList open(String name, Set<String> wanted) {
    try {
      return new JsonList(name, mapper.createParser(files.read(name)), wanted, limits);
    } catch (IOException e) {
      throw unreadable(name, e);
    } catch (JacksonException e) {
      throw refusal(e, "unreadable", name);
    }
  }

  static SourceUnreadableException unreadable(String name, Throwable cause) {
    return refusal(cause, cause instanceof ZipException ? "damaged-file" : "unreadable", name);
  }
}
