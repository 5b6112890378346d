package ponte.app.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;

/** The Java, the memory, the disk and the time zones that Ponte finds. */
public final class MachineCheck implements Check {

  private static final long MEGABYTE = 1L << 20;

  /** A server with a small archive takes so much altogether; less, and Java gives it too little. */
  private static final long LITTLE_MEMORY = 1024 * MEGABYTE;

  private static final long LITTLE_ROOM = 1024 * MEGABYTE;
  private static final long NO_ROOM = 100 * MEGABYTE;

  /** Countries change their clocks with a few months' notice. */
  private static final int YEARS = 2;

  private final Path data;
  private final Clock clock;

  public MachineCheck(Path data, Clock clock) {
    this.data = data;
    this.clock = clock;
  }

  @Override
  public void look(Findings findings) {
    findings.ok(
        "java", "runs", Runtime.version().toString(), System.getProperty("java.vendor", ""));
    memory(findings);
    directory(findings);
    zones(findings);
  }

  /** What this machine or container has, not this command. */
  private static void memory(Findings findings) {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine) {
      var all = machine.getTotalMemorySize();
      if (all < LITTLE_MEMORY) {
        findings.warning("memory", "little", all / MEGABYTE);
      } else {
        findings.ok("memory", "enough", all / MEGABYTE);
      }
    }
  }

  private void directory(Findings findings) {
    var there = data.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      if (!Files.isDirectory(there)) {
        findings.failure("data", "no-directory", there);
        return;
      }
      Files.delete(Files.createTempFile(there, ".ponte-doctor", ""));
      var room = Files.getFileStore(there).getUsableSpace();
      if (room < NO_ROOM) {
        findings.failure("data", "no-room", data, room / MEGABYTE);
      } else if (room < LITTLE_ROOM) {
        findings.warning("data", "little-room", data, room / MEGABYTE);
      } else if (Files.exists(data)) {
        findings.ok("data", "writable", data, room / MEGABYTE);
      } else {
        findings.ok("data", "can-be-made", data, room / MEGABYTE);
      }
    } catch (IOException e) {
      findings.failure("data", "not-writable", there, e.toString());
    }
  }

  private void zones(Findings findings) {
    var version = ZoneRulesProvider.getVersions("Europe/Rome").lastKey();
    var year = version.replaceAll("\\D.*", "");
    var now = Year.now(clock.withZone(ZoneOffset.UTC)).getValue();
    if (!year.isEmpty() && Integer.parseInt(year) < now - YEARS) {
      findings.warning("zones", "old", version);
    } else {
      findings.ok("zones", "known", version);
    }
  }
}
