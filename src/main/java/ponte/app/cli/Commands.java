package ponte.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the terminal it is called from. */
record Commands(Terminal terminal) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == ImportCommand.class) {
      return type.cast(new ImportCommand(terminal));
    }
    if (type == AskCommand.class) {
      return type.cast(new AskCommand(terminal));
    }
    if (type == DigestCommand.class) {
      return type.cast(new DigestCommand(terminal));
    }
    if (type == ExportStateCommand.class) {
      return type.cast(new ExportStateCommand(terminal));
    }
    if (type == ImportStateCommand.class) {
      return type.cast(new ImportStateCommand(terminal));
    }
    if (type == ReindexCommand.class) {
      return type.cast(new ReindexCommand(terminal));
    }
    if (type == BackupCommand.class) {
      return type.cast(new BackupCommand(terminal));
    }
    if (type == RestoreCommand.class) {
      return type.cast(new RestoreCommand(terminal));
    }
    if (type == DeadLettersCommand.class) {
      return type.cast(new DeadLettersCommand(terminal));
    }
    if (type == ForgetWorkspaceCommand.class) {
      return type.cast(new ForgetWorkspaceCommand(terminal));
    }
    if (type == DoctorCommand.class) {
      return type.cast(new DoctorCommand(terminal));
    }
    if (type == AuditCommand.class) {
      return type.cast(new AuditCommand(terminal));
    }
    if (type == TeamsPackageCommand.class) {
      return type.cast(new TeamsPackageCommand(terminal));
    }
    if (type == DataOption.class) {
      return type.cast(new DataOption(terminal));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
