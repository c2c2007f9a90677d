namespace Fibril.Platform.Access;

/// <summary>Whether there is a clinic at all; before the first, the program offers to set one up.</summary>
public delegate Task<bool> AnyClinic();

/// <summary>Ties an account to the staff member it was made for. False when that person is no longer expected.</summary>
public delegate Task<bool> JoinClinic(Guid clinicId, Guid staffId, Guid accountId);

/// <summary>Somebody whose mail is read at an address.</summary>
/// <param name="GivenName">By which people who share an address are told apart.</param>
public sealed record Person(Guid ClinicId, string ClinicName, Guid Id, string GivenName, string Name);

/// <summary>Everybody, in any clinic, who gave this mail address; given by Practice, which knows patients.</summary>
public delegate Task<IReadOnlyList<Person>> FindPeopleByMail(string email);
