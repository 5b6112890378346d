package ponte.community.map;

/** Two places, the lower one first. */
record Two(int one, int other) {

  static Two of(int one, int other) {
    return new Two(Math.min(one, other), Math.max(one, other));
  }
}
