package org.reachline.standalone.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whose number is whose; a number's webhook may change while texts arrive. */
final class Accounts {
  private record Owned(TwilioAccount account, TwilioNumber number) {}

  private final Map<String, TwilioAccount> accounts;
  private final Map<String, Owned> numbers = new ConcurrentHashMap<>();

  Accounts(List<TwilioAccount> accounts) {
    this.accounts =
        accounts.stream()
            .collect(Collectors.toUnmodifiableMap(TwilioAccount::sid, Function.identity()));
    accounts.forEach(
        account ->
            account
                .numbers()
                .forEach(number -> numbers.put(number.number(), new Owned(account, number))));
  }

  Optional<TwilioAccount> signedIn(String sid, String token) {
    return Optional.ofNullable(accounts.get(sid))
        .filter(account -> account.authToken().equals(token));
  }

  TwilioAccount account(String sid) {
    return Optional.ofNullable(accounts.get(sid))
        .orElseThrow(() -> new IllegalArgumentException("no account " + sid));
  }

  boolean owns(TwilioAccount account, String number) {
    return Optional.ofNullable(numbers.get(number))
        .map(Owned::account)
        .filter(account::equals)
        .isPresent();
  }

  /** Those of the account as they are now, in the order they were configured. */
  List<TwilioNumber> numbersOf(TwilioAccount account) {
    return account.numbers().stream().map(number -> owned(number.number()).number()).toList();
  }

  TwilioNumber number(String number) {
    return owned(number).number();
  }

  TwilioAccount ownerOf(String number) {
    return owned(number).account();
  }

  void route(TwilioNumber changed) {
    numbers.put(changed.number(), new Owned(owned(changed.number()).account(), changed));
  }

  private Owned owned(String number) {
    return Optional.ofNullable(numbers.get(number))
        .orElseThrow(() -> new IllegalArgumentException("that number belongs to no account here"));
  }
}
