package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.consent.Preference;
import ponte.consent.Preference.Standing;
import ponte.conversation.PersonId;
import ponte.store.Partition;
import ponte.store.Records;

/** Of whoever has themselves forgotten while their question is noted, nothing is kept. */
class PosedByForgottenTest {

  private static final PersonId ADA = Chat.person("ada");
  private static final PersonId BOB = Chat.person("bob");

  private final Workspace acme = new Workspace().open("dev").people("ada", "bob");
  private final Chat dev = Chat.in("dev");

  @Test
  void keepsNothingOfWhoeverIsForgottenBetweenTheTwoWrites() {
    var posed = new Posed(afterTheFirstWrite(this::forgetAda), acme.preferences);

    posed.note(dev.id(1), ADA, Chat.minute(1));

    assertThat(acme.records.everything("posed", "posed-by")).isEmpty();
  }

  @Test
  void settlesWhatIsLeftInAChannelOfWhoeverWasForgotten() {
    acme.posed.note(dev.id(1), ADA, Chat.minute(1));
    acme.posed.note(dev.id(2), BOB, Chat.minute(2));
    acme.records.drop(new Partition("posed-by", ADA.toString()));

    acme.posed.settle(dev.channel());

    assertThat(acme.records.everything("posed", "posed-by"))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.toString()).contains("bob"));
  }

  @Test
  void settlesWhatIsKeptOfWhoeverIsForgotten() {
    acme.posed.note(dev.id(1), ADA, Chat.minute(1));
    acme.preferences.change(ADA, _ -> Preference.DEFAULT.with(Standing.FORGOTTEN));

    acme.posed.settle(dev.channel());

    assertThat(acme.records.everything("posed", "posed-by")).isEmpty();
  }

  private void forgetAda() {
    acme.preferences.change(ADA, _ -> Preference.DEFAULT.with(Standing.FORGOTTEN));
    acme.posed.forget(ADA);
  }

  private Records afterTheFirstWrite(Runnable happens) {
    var written = new AtomicBoolean();
    return (Records)
        Proxy.newProxyInstance(
            Records.class.getClassLoader(),
            new Class<?>[] {Records.class},
            (_, method, values) -> {
              try {
                var result = method.invoke(acme.records, values);
                if (method.getName().equals("write") && !written.getAndSet(true)) {
                  happens.run();
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
