package ponte.web;

/**
 * Says that what somebody wants to see is still being counted, and shows it when it is.
 *
 * @param title the situation of its title
 * @param here the door it is behind
 * @param address where it is to be seen
 */
public record CountingPage(Reader reader, String title, String here, String address) {}
