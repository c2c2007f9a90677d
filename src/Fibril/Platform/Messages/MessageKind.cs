namespace Fibril.Platform.Messages;

/// <summary>What a mail is for. Each has one fixed text: a mail never carries anything from a record.</summary>
public enum MessageKind
{
    /// <summary>A patient asked to sign in.</summary>
    SignInLink,

    /// <summary>A colleague was invited.</summary>
    Invitation,

    PasswordReset,
    VisitBooked,
    VisitMoved,
    VisitCancelled,
    VisitReminder,

    /// <summary>A time has become free for somebody who waits.</summary>
    TimeOffered,

    /// <summary>The patient may choose a day.</summary>
    ReadyToBook,

    /// <summary>Questions before the visit.</summary>
    QuestionsToAnswer,

    /// <summary>A document to read and sign.</summary>
    ConsentToSign,
    AftercareReady,
    CheckInDue,

    /// <summary>A look at the result is near.</summary>
    ResultDue,

    /// <summary>Somebody of the clinic wrote; the words are behind the sign-in.</summary>
    NoteWaiting,

    /// <summary>Something that must reach the person; the words are behind the sign-in.</summary>
    ImportantNote,

    /// <summary>To staff: something needs a person now.</summary>
    StaffAlert,
}
