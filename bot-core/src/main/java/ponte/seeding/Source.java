package ponte.seeding;

import java.util.List;

/** A place to look for something worth talking about. */
interface Source {

  /** What it finds, in any order. */
  List<Proposal> in(Scene scene);
}
