package ponte.nlp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the models that travel on the class path. */
final class Models {

  /** Makes a model of the bytes of its file. */
  interface Reader<T> {
    T read(InputStream stream) throws IOException;
  }

  private Models() {}

  static <T> T read(String resource, Reader<T> reader) {
    try (var stream = Models.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the model " + resource + " is missing");
      }
      return reader.read(new BufferedInputStream(stream));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the model " + resource, e);
    }
  }
}
