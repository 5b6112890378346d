package ponte.slack;

import static ponte.slack.Refusals.refusal;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets the names of an export's files pass if they are harmless and different from each other. */
final class FileNames {

  private static final Pattern UNSAFE =
      Pattern.compile("[\\\\\\x00]|^/|^[A-Za-z]:|(^|/)\\.\\.(/|$)");
  private static final Pattern IDLE = Pattern.compile("(^|/)(\\./)+|/{2,}");

  private final Limits limits;
  private final Set<String> seen = new HashSet<>();
  private long totalBytes;

  FileNames(Limits limits) {
    this.limits = limits;
  }

  /** Looks at the next file. */
  void add(String name, long bytes) {
    if (UNSAFE.matcher(name).find()) {
      throw refusal("unsafe-path", name);
    }
    var plain = Normalizer.isNormalized(name, Normalizer.Form.NFC) && !IDLE.matcher(name).find();
    if (!seen.add(plain ? name : normalised(name))) {
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
  }

  long totalBytes() {
    return totalBytes;
  }

  private static String normalised(String name) {
    return IDLE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("$1/");
  }
}
