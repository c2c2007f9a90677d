using System.Linq.Expressions;
using Fibril.Standards.Fhir;
using Hl7.Fhir.Model;

namespace Fibril.Pathway;

/// <summary>Rows of a course as FHIR: they belong to the course's patient.</summary>
public static class CourseFhir
{
    /// <summary>A row is one resource, or none yet.</summary>
    /// <param name="order">What a patient's rows are listed by.</param>
    public static FhirResource Of<TRow, TOrder>(string type, string policy, Expression<Func<TRow, TOrder>> order, Func<TRow, Resource?> map) where TRow : CourseRow =>
        FhirRows.Of(type, policy, OfPatient(order), map);

    /// <summary>A row is several resources; see <see cref="FhirRows.Parts"/>.</summary>
    public static FhirResource Parts<TRow, TOrder>(
        string type, string policy, Func<Guid, IEnumerable<Guid>> rowsOf, Expression<Func<TRow, TOrder>> order, Func<TRow, IEnumerable<Resource>> map) where TRow : CourseRow =>
        FhirRows.Parts(type, policy, rowsOf, OfPatient(order), map);

    private static Func<IQueryable<TRow>, Guid, IQueryable<TRow>> OfPatient<TRow, TOrder>(Expression<Func<TRow, TOrder>> order) where TRow : CourseRow =>
        (rows, patient) => rows.Where(r => r.PatientId == patient).OrderBy(order);
}
