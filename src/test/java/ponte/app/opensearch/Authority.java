package ponte.app.opensearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Somebody who signs certificates, as companies have their own, with Java's keytool. */
final class Authority {

  private static final String SECRET = "only-for-tests";

  private final Path folder;
  private final String name;

  Authority(Path folder, String name) throws IOException, InterruptedException {
    this.folder = folder;
    this.name = name;
    keytool(store("ca"), "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "bc:c");
    keytool(store("ca"), "-exportcert", "-rfc", "-file", certificate().toString());
  }

  /** Its own certificate in PEM. */
  Path certificate() {
    return folder.resolve(name + ".pem");
  }

  private Path store(String of) {
    return folder.resolve(name + "-" + of + ".p12");
  }

  /** What a server needs that has a certificate signed by it, for this machine's address. */
  SSLContext server() throws IOException, InterruptedException, GeneralSecurityException {
    var request = folder.resolve(name + ".csr").toString();
    var signed = folder.resolve(name + "-signed.pem");
    keytool(store("server"), "-genkeypair", "-keyalg", "EC", "-dname", "CN=opensearch");
    keytool(store("server"), "-certreq", "-file", request);
    keytool(
        store("ca"),
        "-gencert",
        "-rfc",
        "-infile",
        request,
        "-outfile",
        signed.toString(),
        "-ext",
        "san=ip:127.0.0.1");
    var chain = folder.resolve(name + "-chain.pem");
    Files.writeString(chain, Files.readString(signed) + Files.readString(certificate()));
    keytool(store("server"), "-importcert", "-noprompt", "-file", chain.toString());
    return context(store("server"));
  }

  private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance("PKCS12");
    try (var stream = Files.newInputStream(file)) {
      keys.load(stream, SECRET.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, SECRET.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(Path store, String... words)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    command.addAll(
        List.of("-alias", "it", "-storepass", SECRET, "-storetype", "PKCS12", "-keystore"));
    command.add(store.toString());
    var made = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (made.waitFor() != 0) {
      throw new IOException(said);
    }
  }
}
