package ponte.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Made-up secrets, put together from pieces so that none stands in this file, and ordinary text
 * that looks like them.
 */
final class Samples {

  private static final String LETTERS = "a1B2c3D4e5F6".repeat(4);

  private Samples() {}

  static List<String> secrets() {
    return List.of(
        "AKIAEXAMPLE7FALDADEMO",
        "AKIAEXAMPLE9GRIFONEX0",
        "akiaexample7faldademo",
        "ASIA" + "EXAMPLE12345ABCD",
        "xoxb-" + "1234567890-abcdefABCDEF",
        "xapp-" + "1-A0123456-0123456789",
        "ghp_" + LETTERS.substring(0, 36),
        "github_pat_" + LETTERS.substring(0, 22) + "_" + LETTERS,
        "glpat-" + LETTERS.substring(0, 20),
        "sk_live_" + LETTERS.substring(0, 24),
        "rk_test_" + LETTERS.substring(0, 24),
        "AIza" + LETTERS.substring(0, 35),
        "GOCSPX-" + LETTERS.substring(0, 28),
        "sk-" + "proj-" + LETTERS,
        "npm_" + LETTERS.substring(0, 36),
        "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0In0." + "dozjgNryP4J3jVmNHl0w5N",
        "eyJhbGciOiJIUzI1NiJ9",
        "-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAKC\nq8==\n-----END PRIVATE KEY-----",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNz\n-----END OPENSSH PRIVATE KEY-----",
        "4111111111111111",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111\u00a01111\u00a01111\u00a01111",
        "4111.1111.1111.1111",
        "5555 5555 5555 4444",
        "2223003122003222",
        "3782 822463 10005",
        "378282246310005",
        "30569309025904",
        "6011111111111117",
        "4222222222222",
        "\uff14\uff11\uff11\uff11 \uff11\uff11\uff11\uff11 \uff11\uff11\uff11\uff11"
            + " \uff11\uff11\uff11\uff11",
        "\uff14\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11",
        "\ud835\udfd2" + "\ud835\udfcf".repeat(15),
        "dckr_pat_" + LETTERS.substring(0, 27),
        "shpat_" + "8f14e45fceea167a".repeat(2),
        "dapi" + "8f14e45fceea167a".repeat(2),
        "IT60X0542811101000000123456",
        "it60x0542811101000000123456",
        "IT60 X054 2811 1010 0000 0123 456",
        "IT60 X 05428 11101 000000123456",
        "IT 60 X 05428 11101 000000123456",
        "GB29 NWBK 6016 1331 9268 19",
        "DE89-3704-0044-0532-0130-00",
        "NO9386011117947",
        "IT00 X000 0000 0000 0000 0000 111",
        "IT00 X000 0000 0000 0000 0000 000",
        "RSSMRA85T10A562S",
        "rssmra85t10a562s",
        "RSS MRA 85T10 A562S",
        "RSSMRA85T10A56NH");
  }

  static Stream<Arguments> labelled() {
    return Stream.of(
        Arguments.of("password: ", "hunter2", ""),
        Arguments.of("Password: ", "pippo", ", utente anna"),
        Arguments.of("Password:\n", "pippo", "\nciao"),
        Arguments.of("Passcode: ", "n1s7Gxbh", "\n\nAgenda"),
        Arguments.of("pwd=", "s3cr3t!x", " please"),
        Arguments.of("{\"password\": \"", "a b,c", "\", \"user\": \"x\"}"),
        Arguments.of("DB_PASSWORD=", "abc", "\nDB_USER=x"),
        Arguments.of("dbPassword = '", "abc def", "'"),
        Arguments.of("the password is ", "hunter2", "."),
        Arguments.of("la password è ", "Pippo123", ", non dirla"),
        Arguments.of("la password del wifi: ", "pippo", ""),
        Arguments.of("password for staging is ", "pa55word", " now"),
        Arguments.of("usa la password `", "pluto99", "`"),
        Arguments.of("la pw è: ", "pluto99", ""),
        Arguments.of("parola d'ordine: ", "sesamo", "."),
        Arguments.of("secret=", "abcdef", ""),
        Arguments.of("client_secret: ", "8f14e45fceea167a", ""),
        Arguments.of("clientSecret: \"", "8f14e45fceea167a", "\""),
        Arguments.of("aws_secret_access_key = ", "wJalrXUtnFEMIK7MDENGbPxRfiCYEX", ""),
        Arguments.of("X-Api-Key: ", "0a1b2c3d4e5f", ""),
        Arguments.of("API key è ", "0a1b2c3d4e5f", ""),
        Arguments.of("token: ", "550e8400-e29b-41d4-a716-446655440000", ""),
        Arguments.of("chiave segreta: ", "zx81zx81zx81", "."),
        Arguments.of("Authorization: Bearer ", "mF_9.B5f-4.1JqM", ""),
        Arguments.of("Authorization: Basic ", "QWxhZGRpbjpvcGVu", ""),
        Arguments.of("postgres://app:", "pl4in", "@db.acme.com:5432/app"),
        Arguments.of("see https://x.io/a?access_token=", "abc", "&page=2"),
        Arguments.of("https://x.io/a?page=2&sig=", "abc%2Fd", "#top"),
        Arguments.of("https://hooks.slack.com/services/", "T0/B0/abcdefgh", ""),
        Arguments.of("codice fiscale: ", "RSSMRA85T10A562X", ""),
        Arguments.of("il mio C.F. è ", "RSS MRA 85T10 A562X", " grazie"),
        Arguments.of("CF ", "rssmra85t10a562x", "."),
        Arguments.of("tax code of Mario: ", "RSSMRA85T10A562X", ""),
        Arguments.of("Visa/", "4111 1111 1111 1111", ""),
        Arguments.of("+", "4111-1111-1111-1111", " scade 12/29"),
        Arguments.of("IBAN: ", "IT00X0000000000000000000111", " entro il 12"),
        Arguments.of("il mio iban è ", "it60 x054 2811 1010 0000 0123 457", " grazie"),
        Arguments.of("IBAN ", "XX00 1234 5678 9012", "."),
        Arguments.of("Account number: ", "12345678", ", thanks"),
        Arguments.of("my bank account is ", "0001-2345-6789", "."),
        Arguments.of("acct no. ", "000123456789", " at Chase"),
        Arguments.of("Routing number: ", "021000021", ""),
        Arguments.of("ABA ", "021000021", "."),
        Arguments.of("the sort code is ", "12-34-56", ""),
        Arguments.of("Sort code: ", "123456", " (Barclays)"),
        Arguments.of("conto corrente n. ", "000000123456", ""),
        Arguments.of("numero di conto: ", "000000123456", " grazie"),
        Arguments.of("c/c ", "000000123456", "."),
        Arguments.of("Conto: ", "000000123456", ""),
        Arguments.of("ABI ", "05428", ""),
        Arguments.of("CAB: ", "11101", "."),
        Arguments.of("ABI/CAB ", "05428/11101", ""),
        Arguments.of("PIN: ", "4711", ""),
        Arguments.of("my PIN is ", "4711", "."),
        Arguments.of("il pin del badge è ", "47110", ", non dirlo"),
        Arguments.of("pin code: ", "471100", ""),
        Arguments.of("pass: ", "hunter2", ""),
        Arguments.of("host: db1, pass: ", "Tr0ub4dor&3", ", port 5432"),
        Arguments.of("pass=", "s3cr3t!x", " please"),
        Arguments.of("user/pass: ", "anna/hunter2", "."),
        Arguments.of("user / pass: ", "anna / hunter2", ""),
        Arguments.of("login/pw = ", "anna hunter2", " per ora"),
        Arguments.of("Bonifico: ", "IT60 X054 2811", " …"),
        Arguments.of("indirizzo privato: ", "via Roma 1, Modena", "\nciao"),
        Arguments.of("Home address: ", "1 High Street", ""));
  }

  static List<String> lookAlikes() {
    return List.of(
        "",
        "Java 25.0.1, Kafka 3.9.0-rc1 and build 20260305.1200",
        "550e8400-e29b-41d4-a716-446655440000",
        "41111111-1111-4111-8111-111111111111",
        "commit 9b90919c2f6d2a5e3f0a4c1d8e7b6a5948372615",
        "sha256:4111111111111111aaaa4111111111111111bbbb4111111111111111cccc4111",
        "sha512-" + "Zm9vYmFyYmF6cXV4".repeat(5) + "==",
        "call +39 347 123 4567 or 0039 051 1234567",
        "+44 20 7946 0958 1234",
        "order 4111 1111 1111 1112, ticket 4929123456789012",
        "1700000000000 and 1767225600123456",
        "2024 2025 2026 2027",
        "pi is 3.14159265358979323846",
        "https://chat.acme.com/status/4111111111111111",
        "https://acme.com:8080/@ada?page=2&tokens=4096",
        "mail ada@acme.com about http://localhost:9092",
        "12/05/2026 14:05, 192.168.100.200",
        "ASIAPACIFICREGIONAL, Asia and AKIA",
        "RSSMRA85T10A562T",
        "confronta RSSMRA85T10A562T",
        "version 4111.1111.1111.1112",
        "3.4111.1111.1111.1111",
        "ABCDEF12G34H567I and internationally",
        "IT60 X054 and DE89 are prefixes",
        "DE89370400440532013001",
        "AB12 THIS IS NO ACCOUNT OF ANYBODY AT ALL",
        "sk-learn and sk-localization-of-everything, xoxb- is a prefix, ghp_ too",
        "eyJ starts a token; eyJunior",
        "-----BEGIN PUBLIC KEY-----\nMIIBIjANBg\n-----END PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----\nMIIBIjANBg\n-----END CERTIFICATE-----",
        "How do I reset my password? The password is wrong.",
        "Reset password: how do I do it?",
        "la password è sbagliata, dove si cambia la password?",
        "the account number is on the card",
        "account: ada, ticket 12345678",
        "set AWS account 123456789012 in the profile",
        "the routing is 90% done, routing key 12",
        "sort code by name, sort the code 123456 times",
        "ABI 5 of Android, the ABI is stable since 2019; a CAB 12",
        "tieni conto che sono 100000 righe",
        "il conto corrente costa 120000 euro, il conto: 120000 €",
        "which PIN is it? pin 4 and 12, pin the version: 4.17",
        "GPIO pin: 13, pins 1234",
        "tests pass: 12 of 14, all pass: everything is fine",
        "first pass: 12s, second pass: reading",
        "--- PASS: TestBase64Decode (0.00s)",
        "PASS: test-utf8.sh, Pass: 1024/1024 tests",
        "second pass: utf8-only",
        "pass: config.password, pass=request.getParameter(1)",
        "bypass: hunter2x, a compass=north12",
        "user/pass: ask bob",
        "user/password: ${USER}",
        "room \uff11\uff12, m\u00b2 and \u2460",
        "password: ${DB_PASSWORD}",
        "password=<your-password>",
        "password: ********",
        "token: one word of a text",
        "$ sudo racket\nPassword:\nWelcome to Racket",
        "type alias User = { email : String, password : String }",
        "Password for 'https://someone@example.org'",
        "max_tokens: 4096, tokenizer=wordpiece",
        "secretary: Anna; il segreto: nessuno legge",
        "if (token == null) return;",
        "bearer authentication is on",
        "what is an IBAN? and a home address book?",
        "l'IBAN è nel gestionale dal 12 marzo 2026",
        "•••");
  }

  /** Secrets, labels, ordinary text and separators put together by chance, the same each time. */
  static List<String> mixtures(long seed, int count) {
    var pieces = new ArrayList<String>();
    pieces.addAll(secrets());
    pieces.addAll(lookAlikes());
    labelled()
        .forEach(
            each -> {
              for (var piece : each.get()) {
                pieces.add((String) piece);
              }
            });
    var separators =
        List.of(
            "", " ", " ", "-", ".", ",", ":", "=", "\n", "/", "&", "?", "é", "x", "4", "•", "`");
    var chance = new Random(seed);
    var mixtures = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var text = new StringBuilder();
      for (int left = 1 + chance.nextInt(6); left > 0; left--) {
        text.append(pieces.get(chance.nextInt(pieces.size())));
        text.append(separators.get(chance.nextInt(separators.size())));
      }
      mixtures.add(text.toString());
    }
    return mixtures;
  }
}
