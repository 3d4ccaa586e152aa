"""Reports: sections by many units, figures as references, sealed at publication, restated in the open."""

from zhunsheng.kernel.reports.declare import Part, ReportForm, Section

__all__ = ["Part", "ReportForm", "Section"]
