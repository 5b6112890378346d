package ponte.app.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.multipart.MultipartFile;

/** A file from the browser, in a directory of its own, under its own name. */
record Upload(Path file) {

  private static final Logger log = LoggerFactory.getLogger(Upload.class);

  private static final int LONGEST_NAME = 80;

  /** Takes a file in below a directory. */
  static Upload of(MultipartFile sent, Path directory) throws IOException {
    var upload = new Upload(Files.createTempDirectory(directory, "upload-").resolve(nameOf(sent)));
    try {
      sent.transferTo(upload.file);
      return upload;
    } catch (IOException | RuntimeException e) {
      upload.delete();
      throw e;
    }
  }

  /** The name that messages about it will tell, without anything that means something to a disk. */
  private static String nameOf(MultipartFile sent) {
    var name = Optional.ofNullable(sent.getOriginalFilename()).orElse("");
    var safe = name.replaceAll("[^\\p{L}\\p{N} ._-]", "-").replaceFirst("^[. ]+", "").strip();
    return safe.isEmpty()
        ? "export.zip"
        : safe.substring(Math.max(0, safe.length() - LONGEST_NAME));
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      log.atWarn().addKeyValue("file", file).setCause(e).log("upload not deleted");
    }
  }
}
