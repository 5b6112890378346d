package ponte.slack;

import static ponte.slack.Refusals.refusal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lets the names of an export's files pass if they are harmless and different from each other. */
final class FileNames {

  private static final Pattern UNSAFE =
      Pattern.compile("[\\\\\\x00]|^/|^[A-Za-z]:|(^|/)\\.\\.(/|$)");
  private final Limits limits;
  private final Set<String> seen = new HashSet<>();
  private long totalBytes;

  FileNames(Limits limits) {
    this.limits = limits;
  }

  /** Looks at the next file; returns its name without parts that lead nowhere. */
  String add(String name, long bytes) {
    if (UNSAFE.matcher(name).find()) {
      throw refusal("unsafe-path", name);
    }
    var plain = isPlain(name) ? name : plain(name);
    if (!seen.add(Normalizer.normalize(plain, Normalizer.Form.NFC))) {
      throw refusal("same-path", name);
    }
    if (seen.size() > limits.files()) {
      throw refusal("too-many-files", String.valueOf(limits.files()));
    }
    if (bytes > limits.fileBytes()) {
      throw refusal("file-too-large", name, Refusals.size(limits.fileBytes()));
    }
    totalBytes += bytes;
    if (totalBytes > limits.totalBytes()) {
      throw refusal("too-large", Refusals.size(limits.totalBytes()));
    }
    return plain;
  }

  long totalBytes() {
    return totalBytes;
  }

  private static boolean isPlain(String name) {
    return !name.startsWith("./") && !name.contains("//") && !name.contains("/./");
  }

  private static String plain(String name) {
    return Arrays.stream(name.split("/"))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .collect(Collectors.joining("/"));
  }
}
