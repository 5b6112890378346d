package ponte.app.doctor;

/** Looks at one side of a deployment. It changes nothing there. */
@FunctionalInterface
public interface Check {

  void look(Findings findings);
}
